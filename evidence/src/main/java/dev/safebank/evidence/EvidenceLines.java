package dev.safebank.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.safebank.model.specification.Call;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** What writer and reader of evidence must agree on: the form of a line, and the checksum. */
final class EvidenceLines {

  static final ObjectMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .addMixIn(Call.class, CallForm.class)
      .build();

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
