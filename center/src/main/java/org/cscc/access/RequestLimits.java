package org.cscc.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cscc.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * How often somebody may ask: an address before anything is looked up for it, an account before a
 * handler runs. Counted in the memory of each node, so two nodes allow twice as much. Behind a
 * proxy all addresses are the proxy's, and what it allows is the proxy's rule.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RequestLimits extends OncePerRequestFilter implements HandlerInterceptor {
  private final Allowance addresses;
  private final Allowance accounts;
  private final Access access;

  /**
   * @param address requests a minute from one address, pictures and style sheets among them
   * @param account requests a minute for one account
   */
  RequestLimits(
      Access access,
      @Value("${cscc.requests.address-a-minute:6000}") int address,
      @Value("${cscc.requests.account-a-minute:1200}") int account) {
    this.access = access;
    this.addresses = new Allowance(address, System::nanoTime);
    this.accounts = new Allowance(account, System::nanoTime);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int wait = addresses.take(request.getRemoteAddr());
    if (wait == 0) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(wait));
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod) {
      int wait = access.signedIn().map(account -> accounts.take(account.name())).orElse(0);
      if (wait > 0) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(wait));
        throw new Refused(Refused.Kind.TOO_OFTEN, "R-ACCESS-04", "access.refused.often", wait);
      }
    }
    return true;
  }
}
