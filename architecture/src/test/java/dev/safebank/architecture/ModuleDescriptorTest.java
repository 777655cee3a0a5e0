package dev.safebank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.Explorer;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The module descriptor of the explorer, as it was compiled. */
class ModuleDescriptorTest {

  @Test
  void theExplorerExportsItsApiAndNothingElse() throws URISyntaxException {
    assertThat(explorer().exports())
        .noneMatch(ModuleDescriptor.Exports::isQualified)
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrderElementsOf(ArchitectureRules.EXPLORER_API);
  }

  @Test
  void theExplorerIsOpenToNoReflection() throws URISyntaxException {
    assertThat(explorer().opens()).isEmpty();
    assertThat(explorer().isOpen()).isFalse();
  }

  private static ModuleDescriptor explorer() throws URISyntaxException {
    var classes = Explorer.class.getProtectionDomain().getCodeSource().getLocation();
    return ModuleFinder.of(Path.of(classes.toURI()))
        .find("dev.safebank.explorer")
        .orElseThrow()
        .descriptor();
  }
}
