package org.cscc.patterns;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the SQL statements that the program under test prepares. */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {
  /** Statements prepared so far. */
  public static final AtomicInteger PREPARED = new AtomicInteger();

  @Bean
  static BeanPostProcessor statementCounter() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counting(DataSource.class, source) : bean;
      }
    };
  }

  private static <T> T counting(Class<T> type, T counted) {
    Object proxy =
        Proxy.newProxyInstance(
            Statements.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                PREPARED.incrementAndGet();
              }
              try {
                Object answer = method.invoke(counted, arguments);
                // What is unwrapped is the driver's own connection, for COPY; it stays as it is.
                return answer instanceof Connection connection && !method.getName().equals("unwrap")
                    ? counting(Connection.class, connection)
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}
