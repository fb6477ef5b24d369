package org.cscc.home;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements that the center sends. */
@TestConfiguration(proxyBeanMethods = false)
public class Statements implements BeanPostProcessor {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final ThreadLocal<int[]> HERE = ThreadLocal.withInitial(() -> new int[1]);

  /**
   * Statements sent while something is done: the fewest of five times, because the house's own
   * clock asks the database now and then.
   */
  public static int during(Runnable what) {
    int fewest = Integer.MAX_VALUE;
    for (int time = 0; time < 5; time++) {
      int before = COUNT.get();
      what.run();
      fewest = Math.min(fewest, COUNT.get() - before);
    }
    return fewest;
  }

  /** Statements that the calling thread itself sends while it does something, once. */
  public static int ofThisThread(Runnable what) {
    int before = HERE.get()[0];
    what.run();
    return HERE.get()[0] - before;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? counting(source) : bean;
  }

  private static DataSource counting(DataSource source) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws java.sql.SQLException {
        Connection connection = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().startsWith("prepare")
                      || method.getName().equals("createStatement")) {
                    COUNT.incrementAndGet();
                    HERE.get()[0]++;
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
      }
    };
  }
}
