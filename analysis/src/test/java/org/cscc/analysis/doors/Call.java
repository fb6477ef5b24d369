package org.cscc.analysis.doors;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A public door of the library with what is put in. An argument, and the thing asked, may be calls
 * themselves, so that what a method refuses and what it is built from can be spoiled alike.
 *
 * @param door method or constructor
 * @param asked what an instance method is asked of
 * @param arguments in order
 * @param ids arguments that point at something, or must be told apart
 */
record Call(Executable door, @Nullable Call asked, List<Object> arguments, Set<Integer> ids) {

  /** A static method. */
  static Call of(Class<?> type, String method, Object... arguments) {
    return new Call(found(type, method, arguments), null, List.of(arguments), Set.of());
  }

  /** A constructor. */
  static Call create(Class<?> type, Object... arguments) {
    return new Call(found(type, "", arguments), null, List.of(arguments), Set.of());
  }

  /** A method of what this one gives. */
  Call then(String method, Object... arguments) {
    return new Call(found(given(), method, arguments), this, List.of(arguments), Set.of());
  }

  /** Says which arguments are ids. */
  Call ids(Integer... which) {
    return new Call(door, asked, arguments, Set.of(which));
  }

  Call with(int index, Object argument) {
    List<Object> others = new ArrayList<>(arguments);
    others.set(index, argument);
    return new Call(door, asked, others, ids);
  }

  Call with(@Nullable Call otherAsked, List<Object> others) {
    return new Call(door, otherAsked, others, ids);
  }

  Class<?> given() {
    return door instanceof Method method ? method.getReturnType() : door.getDeclaringClass();
  }

  /** Does it. */
  @Nullable Object made() throws Throwable {
    Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      Object argument = arguments.get(i);
      // A copy: what a method does to its argument must not reach the next call.
      values[i] = argument instanceof Call call ? call.made() : Spoiled.copyOf(argument);
    }
    try {
      return switch (door) {
        case Constructor<?> constructor -> constructor.newInstance(values);
        case Method method -> method.invoke(asked == null ? null : asked.made(), values);
      };
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /** The door by name, such as {@code LocalG.of(Neighbours neighbours, double[] values)}. */
  static String name(Executable door) {
    Class<?> type = door.getDeclaringClass();
    Class<?> around = type.getEnclosingClass();
    String owner = (around == null ? "" : around.getSimpleName() + ".") + type.getSimpleName();
    return (door instanceof Method method ? owner + "." + method.getName() : "new " + owner)
        + Arrays.stream(door.getParameters())
            .map(p -> p.getType().getSimpleName() + " " + p.getName())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public String toString() {
    return name(door);
  }

  private static Executable found(Class<?> type, String name, Object[] arguments) {
    Stream<? extends Executable> doors =
        name.isEmpty()
            ? Arrays.stream(type.getConstructors())
            : Arrays.stream(type.getMethods()).filter(m -> m.getName().equals(name));
    List<? extends Executable> fitting = doors.filter(door -> fits(door, arguments)).toList();
    if (fitting.size() != 1) {
      throw new IllegalStateException(type + "." + name + " fits " + fitting);
    }
    return fitting.getFirst();
  }

  private static boolean fits(Executable door, Object[] arguments) {
    Class<?>[] types = door.getParameterTypes();
    boolean fits = types.length == arguments.length;
    for (int i = 0; fits && i < types.length; i++) {
      Class<?> given = arguments[i] instanceof Call c ? c.given() : arguments[i].getClass();
      fits = boxed(types[i]).isAssignableFrom(given);
    }
    return fits;
  }

  private static Class<?> boxed(Class<?> type) {
    return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
  }
}
