package dev.safebank.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of an evidence file; the JSON property {@code record} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "record")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Header.class, name = "header"),
  @JsonSubTypes.Type(value = ForkRecord.class, name = "fork"),
  @JsonSubTypes.Type(value = ExplorationRecord.class, name = "exploration"),
  @JsonSubTypes.Type(value = ScopeRecord.class, name = "scope"),
  @JsonSubTypes.Type(value = SkippedRecord.class, name = "skipped"),
  @JsonSubTypes.Type(value = Trailer.class, name = "trailer")
})
public sealed interface EvidenceRecord permits Header, CellRecord, ScopeRecord, Trailer {}
