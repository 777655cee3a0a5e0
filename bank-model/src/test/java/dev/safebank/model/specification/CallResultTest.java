package dev.safebank.model.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.specification.CallResult.Threw;
import org.junit.jupiter.api.Test;

final class CallResultTest {

  @Test
  void aCallThatReturnsGivesItsValue() {
    assertThat(CallResult.of(() -> 300L))
        .isEqualTo(new CallResult.Returned(300L))
        .hasToString("300");
  }

  @Test
  void aCallThatThrowsGivesTheExceptionThatTheContractNames() {
    assertThat(thrown(new NumberFormatException()))
        .isEqualTo(new Threw(IllegalArgumentException.class))
        .hasToString("IllegalArgumentException");
    assertThat(thrown(new ArithmeticException())).isEqualTo(new Threw(ArithmeticException.class));
    assertThat(thrown(new MidwayFailure())).isEqualTo(new Threw(MidwayFailure.class));
    assertThat(thrown(new InterruptedException())).isEqualTo(new Threw(InterruptedException.class));
  }

  @Test
  void anotherExceptionIsItsOwnResult() {
    assertThat(thrown(new UnsupportedOperationException()))
        .isEqualTo(new Threw(UnsupportedOperationException.class));
    assertThat(CallResult.of(() -> {
          throw new StackOverflowError();
        }))
        .isEqualTo(new Threw(StackOverflowError.class));
  }

  private static CallResult thrown(Exception exception) {
    return CallResult.of(() -> {
      throw exception;
    });
  }
}
