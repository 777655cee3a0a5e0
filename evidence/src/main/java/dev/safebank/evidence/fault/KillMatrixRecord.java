package dev.safebank.evidence.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of a kill matrix; the JSON property {@code record} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "record")
@JsonSubTypes({
  @JsonSubTypes.Type(value = KillMatrixHeader.class, name = "header"),
  @JsonSubTypes.Type(value = ExploredBank.class, name = "explored"),
  @JsonSubTypes.Type(value = StressedBank.class, name = "stressed")
})
public sealed interface KillMatrixRecord permits KillMatrixHeader, ExploredBank, StressedBank {}
