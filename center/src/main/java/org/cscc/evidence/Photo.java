package org.cscc.evidence;

/**
 * A photo as it is kept.
 *
 * @param owner kind of the record it belongs to
 * @param record id of that record
 * @param type media type, {@code image/jpeg} or {@code image/png}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; two photos are never compared
record Photo(String owner, String record, String type, byte[] content) {
  String ending() {
    return type.equals("image/png") ? "png" : "jpg";
  }
}
