// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/**
 * Where a page lies in the archive.
 *
 * @param file the WARC file's name within the archive's folder
 * @param offset the byte offset of the record's gzip member
 */
public record WarcPosition(String file, long offset) {}
