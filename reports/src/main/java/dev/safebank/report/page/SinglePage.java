package dev.safebank.report.page;

import java.util.List;

/**
 * A whole report in one file.
 *
 * @param index what the index shows
 * @param variants what the pages of the variants show, in teaching order
 */
public record SinglePage(IndexPage index, List<VariantPage> variants) {

  public SinglePage {
    variants = List.copyOf(variants);
  }
}
