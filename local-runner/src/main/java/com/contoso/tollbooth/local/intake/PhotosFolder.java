package com.contoso.tollbooth.local.intake;

/**
 * Where the booths' folders lie, as the page tells it.
 *
 * @param address a folder of this machine or the address of a container
 */
public record PhotosFolder(String address) {}
