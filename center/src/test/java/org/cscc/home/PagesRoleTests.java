package org.cscc.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Tests over HTTP mean something about rows only when they are answered as a real home answers. */
@CenterTest
class PagesRoleTests {
  @Autowired JdbcClient jdbc;

  @Test
  void aRequestIsAnsweredByTheRoleThatThePoliciesBindAndTheCenterWorksAsTheOwner()
      throws Exception {
    List<String> roles = new ArrayList<>();
    Asking.answer(
        new MockHttpServletRequest(),
        new MockHttpServletResponse(),
        (request, response) -> roles.add(role()));
    assertThat(roles).containsExactly(PagesRole.NAME);
    assertThat(role()).isEqualTo("postgres");
  }

  private String role() {
    return jdbc.sql("select current_user::text").query(String.class).single();
  }
}
