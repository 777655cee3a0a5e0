package dev.safebank.stress.explore.instrument;

import dev.safebank.stress.explore.engine.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All sites of the classes of one class loader, by number. Only ever grows. */
public final class Sites {

  private final List<Site> sites = new ArrayList<>();
  private final Map<String, Integer> fieldKeys = new HashMap<>();

  Site add(
      String className,
      String file,
      int line,
      String member,
      String owner,
      int fieldKey,
      Mode mode) {
    Site site = new Site(sites.size(), className, file, line, member, owner, fieldKey, mode);
    sites.add(site);
    return site;
  }

  /** The site with this number. */
  public Site get(int id) {
    return sites.get(id);
  }

  /** The number of a field, for all who access it in whatever way. */
  public int fieldKey(String declaringClass, String field) {
    return fieldKeys.computeIfAbsent(declaringClass + "." + field, name -> fieldKeys.size());
  }
}
