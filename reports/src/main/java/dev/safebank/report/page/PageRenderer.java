package dev.safebank.report.page;

import dev.safebank.console.WholeFile;
import dev.safebank.report.compare.RunComparison;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.fault.KillMatrixReport;
import dev.safebank.report.page.cause.Cause;
import dev.safebank.report.page.link.Links;
import dev.safebank.report.page.witness.WitnessView;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.jcstress.TestVerdicts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the pages of a report: {@code index.html}, the tour beside it, and a page per variant in a
 * folder.
 */
public final class PageRenderer {

  private static final String TEMPLATES = "dev.safebank.report.page.template";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(
      null, ContentType.Html, PageRenderer.class.getClassLoader(), TEMPLATES);
  private final Stylesheet style = Stylesheet.load();
  private final Script script = Script.load();
  private final KillMatrixReport faults;

  /** Renders reports without a kill matrix. */
  public PageRenderer() {
    this(KillMatrixReport.NONE);
  }

  /** Renders reports with a kill matrix, if there is one. */
  public PageRenderer(KillMatrixReport faults) {
    this.faults = faults;
  }

  /**
   * Writes all pages into a folder, in place of those that an earlier run left there.
   *
   * @throws IOException if a page cannot be written
   */
  public void render(Verdicts verdicts, CostReport price, Path folder) throws IOException {
    Path variants = folder.resolve(Links.FOLDER);
    removePages(variants);
    Files.createDirectories(variants);
    Links links = Links.betweenFiles(verdicts);
    write(folder.resolve("index.html"), "index.jte", IndexPage.of(verdicts, price, links, faults));
    Path tour = folder.resolve(Links.TOUR_FILE);
    Files.deleteIfExists(tour);
    Optional<TourPage> story = TourPage.of(verdicts, price, links);
    if (story.isPresent()) {
      write(tour, "tour.jte", story.get());
    }
    renderKillMatrix(folder.resolve(KillMatrixPage.FILE));
    for (int i = 0; i < verdicts.variants().size(); i++) {
      VariantPage page = variant(verdicts, price, links, i);
      write(variants.resolve(links.file(page.variant().name())), "variant.jte", page);
      drawWitnesses(page, variants);
    }
  }

  /**
   * Writes the whole report as one file, which needs no other.
   *
   * @throws IOException if it cannot be written
   */
  public void renderSingle(Verdicts verdicts, CostReport price, Path file) throws IOException {
    Links links = Links.withinOneFile(verdicts);
    write(
        file,
        "single.jte",
        new SinglePage(
            IndexPage.of(verdicts, price, links, faults),
            TourPage.of(verdicts, price, links),
            IntStream.range(0, verdicts.variants().size())
                .mapToObj(i -> variant(verdicts, price, links, i))
                .toList()));
  }

  private static VariantPage variant(Verdicts verdicts, CostReport price, Links links, int index) {
    List<VariantVerdict> all = verdicts.variants();
    return VariantPage.of(
        verdicts, all.get(index), price, links, name(all, index - 1), name(all, index + 1));
  }

  /**
   * Writes the page that shows two runs side by side.
   *
   * @throws IOException if it cannot be written
   */
  public void render(RunComparison comparison, Path file) throws IOException {
    write(file, "compare.jte", comparison);
  }

  /**
   * Writes the page of jcstress tests.
   *
   * @throws IOException if it cannot be written
   */
  public void render(TestVerdicts tests, Path file) throws IOException {
    write(file, "tests.jte", TestsPage.of(tests));
  }

  private static void drawWitnesses(VariantPage page, Path variants) throws IOException {
    for (Cause cause : page.causes()) {
      if (cause.witness().isPresent()) {
        WitnessView witness = cause.witness().get();
        WholeFile.write(
            variants.resolve(page.links().drawing(page.variant().name(), witness.id())),
            page.drawing(cause, witness).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void renderKillMatrix(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (faults.matrix().isPresent()) {
      write(file, "kill-matrix.jte", KillMatrixPage.of(faults.matrix().get()));
    }
  }

  private void write(Path file, String template, Object page) throws IOException {
    PageOutput output = new PageOutput();
    engine.render(template, Map.of("page", page, "style", style, "script", script), output);
    WholeFile.write(file, output.toString().getBytes(StandardCharsets.UTF_8));
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
      for (Path page : files.filter(PageRenderer::isOurs).toList()) {
        Files.delete(page);
      }
    }
  }

  private static boolean isOurs(Path file) {
    return file.toString().endsWith(".html") || file.toString().endsWith(".svg");
  }
}
