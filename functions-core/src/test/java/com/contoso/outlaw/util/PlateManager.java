package com.contoso.outlaw.util;

/** Breaks: names say something. */
public record PlateManager(String name) {}
