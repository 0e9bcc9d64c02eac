import Catalogue
import FoundationEssentials
import Readers

/// Texts to read, made or found.
enum Sample {
  /// An upload with nothing but a caption.
  static func caption(_ text: String) -> Upload {
    Upload(id: "1", creator: "ann", platform: "for-you", caption: text)
  }

  /// The probability at which a person is asked, by default.
  static let doubt = ReviewSettings().doubtFrom

  /// One upload of a built-in scenario.
  static func upload(_ id: String, of scenario: String = "bee-bike") throws -> Upload {
    let found = try BuiltInScenarios.named(scenario)?.scenario()
    guard let upload = found?.uploads.first(where: { $0.id == id }) else {
      throw Missing(name: scenario + "/" + id)
    }
    return upload
  }

  /// A text with its label, from a file of texts that no model is trained on.
  struct HeldOut {
    var label: String
    var text: String
  }

  /// The lines of a file in `HeldOut`: a label, a tab, a text.
  static func heldOut(_ name: String) throws -> [HeldOut] {
    let path = folder + "/HeldOut/" + name + ".tsv"
    guard let data = FileManager.default.contents(atPath: path) else { throw Missing(name: path) }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t")
      return parts.count == 2 ? HeldOut(label: String(parts[0]), text: String(parts[1])) : nil
    }
  }

  /// The folder of these tests.
  static let folder = String(
    #filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex))

  /// A folder of data beside the repository, at the path from the repository's parent.
  static func data(_ path: String) -> String? {
    ["/../../..", "/../../../.."].map { folder + $0 + "/shared/data/" + path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// What a test needs and there is not.
  struct Missing: Error {
    var name: String
  }
}
