package com.contoso.tollbooth.local.web;

/** What the booth simulator is at. */
record SimulatorView(boolean running, long uploaded, long failed) {}
