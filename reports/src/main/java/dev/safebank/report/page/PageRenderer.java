package dev.safebank.report.page;

import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the pages of a report: {@code index.html}, and a page per variant beside it. */
public final class PageRenderer {

  private static final String TEMPLATES = "dev.safebank.report.page.template";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(
      null, ContentType.Html, PageRenderer.class.getClassLoader(), TEMPLATES);
  private final Stylesheet style = Stylesheet.load();

  /**
   * Writes all pages into a folder, in place of those that an earlier run left there.
   *
   * @throws IOException if a page cannot be written
   */
  public void render(Verdicts verdicts, Price price, Path folder) throws IOException {
    Path variants = folder.resolve(Links.FOLDER);
    removePages(variants);
    Files.createDirectories(variants);
    Links links = new Links(verdicts);
    write(folder.resolve("index.html"), "index.jte", IndexPage.of(verdicts, price, links));
    List<VariantVerdict> all = verdicts.variants();
    for (int i = 0; i < all.size(); i++) {
      VariantVerdict variant = all.get(i);
      write(
          variants.resolve(links.file(variant.name())),
          "variant.jte",
          VariantPage.of(verdicts, variant, price, links, name(all, i - 1), name(all, i + 1)));
    }
  }

  private void write(Path file, String template, Object page) throws IOException {
    PageOutput output = new PageOutput();
    engine.render(template, Map.of("page", page, "style", style), output);
    Files.writeString(file, output.toString());
  }

  private static Optional<String> name(List<VariantVerdict> all, int index) {
    return index < 0 || index >= all.size()
        ? Optional.empty()
        : Optional.of(all.get(index).name());
  }

  private static void removePages(Path variants) throws IOException {
    if (!Files.isDirectory(variants)) {
      return;
    }
    try (Stream<Path> files = Files.list(variants)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".html")).toList()) {
        Files.delete(page);
      }
    }
  }
}
