package com.contoso.outlaw.routing;

import com.contoso.outlaw.recognition.WebReader;

/** Breaks: a room imports no other room. */
public record VisitingRoute(WebReader neighbour) {}
