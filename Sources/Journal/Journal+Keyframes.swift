public import Distribution
import FoundationEssentials
import GRDB

extension Journal {
  /// The keyframe whose entry has a sequence number and holds a digest; nil where it is gone or is
  /// not what was written: then what came before is computed again.
  public func keyframe(_ sequence: Int, _ digest: Digest) throws(JournalError) -> Engine.Keyframe? {
    let body = try reading { database in
      try Data.fetchOne(
        database, sql: "SELECT body FROM keyframe WHERE sequence = ?", arguments: [sequence])
    }
    guard let body = body.map({ [UInt8]($0) }), Digest(of: body) == digest else { return nil }
    var bytes = ByteReader(body)
    guard let keyframe = try? Engine.Keyframe(from: &bytes), bytes.isAtEnd else { return nil }
    return keyframe
  }
}
