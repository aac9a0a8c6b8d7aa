// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fetch, as the catalog remembers it.
 *
 * @param id the catalog's number for it
 * @param run the number of the run that fetched it
 * @param requested the address that was asked for
 * @param url the address that answered
 * @param fetched when, to the millisecond
 * @param status the HTTP status
 * @param contentType the header's value, or an empty string
 * @param etag the header's value, or an empty string
 * @param lastModified the header's value, or an empty string
 * @param sha256 of the body, in hexadecimal
 * @param position where it lies in the archive, or null where it was not archived
 */
public record StoredPage(
    long id,
    long run,
    Url requested,
    Url url,
    Instant fetched,
    int status,
    String contentType,
    String etag,
    String lastModified,
    String sha256,
    @Nullable WarcPosition position) {}
