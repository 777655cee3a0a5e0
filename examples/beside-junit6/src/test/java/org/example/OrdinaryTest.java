package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.safebank.junit.program.Concurrently;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrdinaryTest {
  @Test
  void bothIncrementsCount() {
    Concurrently.explore(AtomicInteger::new)
        .actor("one", AtomicInteger::incrementAndGet)
        .actor("other", AtomicInteger::incrementAndGet)
        .verify(counter -> assertEquals(2, counter.get()))
        .proved();
  }
}
