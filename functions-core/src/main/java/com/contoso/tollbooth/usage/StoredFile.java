package com.contoso.tollbooth.usage;

/**
 * A whole file as it was committed.
 *
 * @param sha256 of its bytes, in lower-case hexadecimal digits
 */
public record StoredFile(String name, long bytes, String sha256) {}
