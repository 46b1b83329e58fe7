package com.contoso.tollbooth.api;

import java.util.List;

/** A part of the route table. */
interface Routes {
  List<Route> routes();
}
