// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/**
 * One of the pages that an article was made of, so that it can be made again from the archive.
 *
 * @param url the page's address
 * @param position where the page lies
 */
public record ArticlePart(Url url, WarcPosition position) {}
