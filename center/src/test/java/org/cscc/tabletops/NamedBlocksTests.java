package org.cscc.tabletops;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sentence names. */
class NamedBlocksTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          In the 4500 block of W Madison St, at nine.      | 045XX W MADISON ST
          Shots at 4512 West Madison Street                | 045XX W MADISON ST
          the 4500 block of W. Madison                     | 045XX W MADISON ST
          It is 045XX W MADISON ST again                   | 045XX W MADISON ST
          near 4500 Madison, and then                      | 045XX W MADISON ST
          en la cuadra 4500 de la W Madison                | 045XX W MADISON ST
          at (4500 W Madison Ave)                          | 045XX W MADISON AVE
          between 700 N Martin Luther King Dr and the park | 007XX N MARTIN LUTHER KING DR
          """)
  void aBlockIsReadInASentence(String text, String block) {
    NamedBlocks.Street street = requireNonNull(NamedBlocks.street(block));
    assertThat(NamedBlocks.in(text)).anyMatch(one -> one.street().agrees(street));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          In the 4600 block of W Madison St      | 045XX W MADISON ST
          In the 4500 block of E Madison St      | 045XX W MADISON ST
          In the 4500 block of W Monroe St       | 045XX W MADISON ST
          On Madison there are 40 people         | 045XX W MADISON ST
          4500 people came. Madison was full     | 045XX W MADISON ST
          The park is full                       | 045XX W MADISON ST
          """)
  void anotherBlockIsNot(String text, String block) {
    NamedBlocks.Street street = requireNonNull(NamedBlocks.street(block));
    assertThat(NamedBlocks.in(text)).noneMatch(one -> one.street().agrees(street));
  }
}
