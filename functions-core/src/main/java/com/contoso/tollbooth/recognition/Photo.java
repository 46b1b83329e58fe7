package com.contoso.tollbooth.recognition;

/** A photo that passed admission: its format, its size in pixels as stored, and its bytes. */
public record Photo(PhotoFormat format, int width, int height, PhotoContent content) {}
