import Catalogue
import Distribution

/// What the models say of an upload, as a line of JSON.
///
/// Written straight into the bytes: a stream has thousands of lines a second.
enum ReadingLines {
  /// What review says.
  ///
  /// Of an upload that concerns a minor no word is shown.
  static func review(
    _ upload: Upload, _ reading: Reading, _ review: Review, into bytes: inout [UInt8]
  ) {
    open(upload, into: &bytes)
    key(",\"verdict\":", into: &bytes)
    JSON.quote(review.verdict.rawValue, into: &bytes)
    key(",\"probability\":", into: &bytes)
    JSON.number(review.probability).write(into: &bytes)
    key(",\"policies\":[", into: &bytes)
    for (place, policy) in reading.policies.enumerated() {
      key(place == 0 ? "{\"policy\":\"" : ",{\"policy\":\"", into: &bytes)
      bytes.append(contentsOf: policy.policy.rawValue.utf8)
      key("\",\"probability\":", into: &bytes)
      JSON.number(policy.probability).write(into: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
    let isMasked = review.policy == .minors
    evidence(isMasked ? [] : reading.policyEvidence, into: &bytes)
  }

  /// What recognition says.
  static func topics(_ upload: Upload, _ reading: TopicReading, into bytes: inout [UInt8]) {
    open(upload, into: &bytes)
    key(",\"topics\":[", into: &bytes)
    for (place, topic) in reading.topics.enumerated() {
      key(place == 0 ? "{\"topic\":" : ",{\"topic\":", into: &bytes)
      JSON.quote(topic.name, into: &bytes)
      key(",\"score\":", into: &bytes)
      JSON.number(topic.score).write(into: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    key("],\"unknown\":", into: &bytes)
    JSON.flag(reading.topics.isEmpty).write(into: &bytes)
    evidence(reading.evidence, into: &bytes)
  }

  private static func open(_ upload: Upload, into bytes: inout [UInt8]) {
    key("{\"id\":", into: &bytes)
    JSON.quote(upload.id, into: &bytes)
  }

  private static func evidence(_ evidence: [Evidence], into bytes: inout [UInt8]) {
    key(",\"evidence\":[", into: &bytes)
    for (place, piece) in evidence.withShares.enumerated() {
      key(place == 0 ? "{\"field\":" : ",{\"field\":", into: &bytes)
      JSON.quote(piece.evidence.field.rawValue, into: &bytes)
      key(",\"text\":", into: &bytes)
      JSON.quote(piece.evidence.text, into: &bytes)
      key(",\"start\":", into: &bytes)
      JSON.whole(piece.evidence.start).write(into: &bytes)
      key(",\"end\":", into: &bytes)
      JSON.whole(piece.evidence.end).write(into: &bytes)
      key(",\"weight\":", into: &bytes)
      JSON.number(piece.share).write(into: &bytes)
      key(",\"about\":", into: &bytes)
      JSON.quote(piece.evidence.about, into: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    key("]}", into: &bytes)
  }

  private static func key(_ text: StaticString, into bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension [Evidence] {
  /// Each piece with its share of all that pushed the same policy or topic, −1 … 1, to a
  /// thousandth; negative where it pushed the other way.
  var withShares: [(evidence: Evidence, share: Double)] {
    map { piece in
      let all = reduce(0) { $1.about == piece.about ? $0 + abs($1.weight) : $0 }
      return (piece, all > 0 ? (piece.weight / all * 1_000).rounded() / 1_000 : 0)
    }
  }
}
