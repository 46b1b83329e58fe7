package com.contoso.tollbooth.local.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other web sites that a browser on this machine visits away from the API: the Host must be
 * this machine's own name (no DNS rebinding), and a request that changes something must carry a
 * header that no foreign form can send.
 */
final class LoopbackGuard extends OncePerRequestFilter {
  private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (!OWN_NAMES.contains(request.getServerName())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (!READING.contains(request.getMethod())
        && !request.getMethod().equals("PUT")
        && request.getHeader("X-TollBooth") == null) {
      response.sendError(
          HttpServletResponse.SC_FORBIDDEN, "A changing request carries the header X-TollBooth: 1");
    } else {
      chain.doFilter(request, response);
    }
  }
}
