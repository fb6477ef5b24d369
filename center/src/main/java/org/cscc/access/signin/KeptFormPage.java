package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives back the form that was sent after the session had ended: to send it, or to let it go. */
@Controller
@Requires(Capability.ENTER)
class KeptFormPage {
  @GetMapping("/access/kept-form")
  String page(HttpServletRequest request, Model model) {
    return KeptForms.of(request)
        .map(
            kept -> {
              model.addAttribute("kept", kept);
              return "access/kept-form";
            })
        .orElse("redirect:/");
  }

  @PostMapping("/access/kept-form/discard")
  String discard(HttpServletRequest request) {
    request.getSession().removeAttribute(KeptForm.NAME);
    return "redirect:/";
  }

  /** A kept form that arrives where it was going to is kept no longer. */
  @Configuration(proxyBeanMethods = false)
  static class Arrival implements WebMvcConfigurer, HandlerInterceptor {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (request.getMethod().equals("POST")
          && KeptForms.of(request)
              .filter(kept -> kept.address().equals(request.getRequestURI()))
              .isPresent()) {
        request.getSession().removeAttribute(KeptForm.NAME);
      }
      return true;
    }
  }
}
