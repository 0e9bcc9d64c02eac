import Catalogue
import FoundationEssentials
import Glibc
import Journal

/// The folder where runs are recorded that were given no file: `waggle/journals` in the person's
/// folder of states (XDG Base Directory Specification 0.8).
enum JournalFolder {
  /// Its path; nil where the person has no folder.
  static var path: String? {
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/waggle/journals"
    }
    return variable("HOME").map { $0 + "/.local/state/waggle/journals" }
  }

  /// What a journal's name ends in.
  static let ending = ".waggle"

  /// A path in it for a new journal of a scenario, which is free; makes the folder.
  static func newPath(for scenario: Scenario) throws -> String {
    guard let path else { throw Failure.cannotCreate("neither XDG_STATE_HOME nor HOME is set") }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure.cannotCreate(
        "\(path): cannot be made; check the permissions of the folder it is in")
    }
    let name = plain(scenario.name) + "-" + stamp()
    for number in 1...999 {
      let file = "\(path)/\(name)\(number == 1 ? "" : "-\(number)")\(ending)"
      if !FileManager.default.fileExists(atPath: file) { return file }
    }
    throw Failure.cannotCreate(
      "\(path)/\(name): is there already, and 998 numbered ones; name a file with --journal")
  }

  /// The file that a person means: a path, or a name in the folder.
  static func file(_ name: String) -> String {
    let given = name.expandingHome
    guard !FileManager.default.fileExists(atPath: given), !name.contains("/"), let path else {
      return given
    }
    for candidate in ["\(path)/\(name)", "\(path)/\(name)\(ending)"]
    where FileManager.default.fileExists(atPath: candidate) {
      return candidate
    }
    return given
  }

  /// The journals in it, that changed last first.
  static func files() -> [(name: String, path: String, changed: Int)] {
    guard let path, let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return []
    }
    return names.filter { $0.hasSuffix(ending) }
      .map { name in
        let file = "\(path)/\(name)"
        // What was written last may lie beside the file until that is closed.
        let changed = max(changed(file), changed(file + "-wal"))
        return (String(name.dropLast(ending.count)), file, changed)
      }
      .sorted { ($1.changed, $1.name) < ($0.changed, $0.name) }
  }

  /// When a file was written last: nanoseconds since 1970; 0 where there is none.
  private static func changed(_ path: String) -> Int {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return 0 }
    return facts.st_mtim.tv_sec * 1_000_000_000 + facts.st_mtim.tv_nsec
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  /// A scenario's name as part of a file's: letters, digits and hyphens.
  private static func plain(_ name: String) -> String {
    let letters = name.unicodeScalars.prefix(40).map { scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.isDigit)
      return isPlain ? Character(scalar) : "-"
    }
    return letters.isEmpty ? "run" : String(letters)
  }

  /// The present day and time on the wall, in UTC, as digits.
  private static func stamp() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1_900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))-"
      + two(parts.tm_hour) + two(parts.tm_min) + two(parts.tm_sec)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
