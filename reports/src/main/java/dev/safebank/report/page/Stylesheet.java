package dev.safebank.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The one stylesheet, which every page carries within it.
 *
 * @param css its text
 * @param hash what a content security policy knows it by, e.g. {@code sha256-…}
 */
public record Stylesheet(String css, String hash) {

  /** Reads the stylesheet that comes with the report. */
  static Stylesheet load() {
    try (InputStream in = Objects.requireNonNull(
        Stylesheet.class.getResourceAsStream("report.css"),
        "report.css is not on the class path")) {
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Stylesheet(
          new String(bytes, StandardCharsets.UTF_8),
          "sha256-" + Base64.getEncoder().encodeToString(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The policy of every page: nothing is loaded, nothing runs, only this stylesheet applies. */
  public String contentSecurityPolicy() {
    return "default-src 'none'; style-src '" + hash
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }
}
