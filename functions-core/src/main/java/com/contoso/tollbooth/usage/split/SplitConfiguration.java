package com.contoso.tollbooth.usage.split;

/** stub */
public class SplitConfiguration {}
