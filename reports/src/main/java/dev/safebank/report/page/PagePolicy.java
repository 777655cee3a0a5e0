package dev.safebank.report.page;

import gg.jte.html.policy.PolicyGroup;
import gg.jte.html.policy.PreventInlineEventHandlers;
import gg.jte.html.policy.PreventInvalidAttributeNames;
import gg.jte.html.policy.PreventOutputInTagsAndAttributes;
import gg.jte.html.policy.PreventUnquotedAttributes;

/**
 * The rules of the templates, checked when they are compiled: no event handler, and no value where
 * escaping could not make it safe. (SVG's {@code viewBox} needs its upper-case letter, so names are
 * not required to be lower-case.)
 */
public final class PagePolicy extends PolicyGroup {

  /** Called by the template compiler. */
  public PagePolicy() {
    addPolicy(new PreventOutputInTagsAndAttributes(false));
    addPolicy(new PreventUnquotedAttributes());
    addPolicy(new PreventInvalidAttributeNames());
    addPolicy(new PreventInlineEventHandlers());
  }
}
