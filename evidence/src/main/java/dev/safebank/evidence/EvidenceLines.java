package dev.safebank.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.safebank.model.specification.Call;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.ObjectMapper;

/** The line format and the checksum of evidence files, shared by writer and reader. */
final class EvidenceLines {

  static final ObjectMapper JSON =
      StrictJson.builder().addMixIn(Call.class, CallForm.class).build();

  private EvidenceLines() {}

  /** The form of a call in a line; the JSON property {@code call} says which. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Call.Transfer.class, name = "transfer"),
    @JsonSubTypes.Type(value = Call.Validate.class, name = "validate"),
    @JsonSubTypes.Type(value = Call.TransferAndValidate.class, name = "transferAndValidate")
  })
  private interface CallForm {}

  static MessageDigest checksum() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
