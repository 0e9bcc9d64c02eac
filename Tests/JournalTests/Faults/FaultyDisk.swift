import CFaults
import FoundationEssentials

/// A folder on a disk that fails on purpose; gone with the test that made it.
final class FaultyDisk {
  /// What SQLite asks of a file.
  struct Kinds: OptionSet {
    let rawValue: Int32

    static let read = Kinds(FAULTS_READ)
    static let write = Kinds(FAULTS_WRITE)
    static let sync = Kinds(FAULTS_SYNC)
    static let truncate = Kinds(FAULTS_TRUNCATE)
    static let open = Kinds(FAULTS_OPEN)
    static let delete = Kinds(FAULTS_DELETE)

    init(rawValue: Int32) { self.rawValue = rawValue }
    private init(_ kind: faults_kind) { rawValue = Int32(kind.rawValue) }
  }

  let folder: Folder
  private let disk: OpaquePointer

  init(seed: Int) throws {
    folder = try Folder()
    guard faults_install() == 0,
      let disk = faults_attach(folder.url.path, UInt64(truncatingIfNeeded: seed))
    else { throw Failure() }
    self.disk = disk
  }

  deinit { faults_detach(disk) }

  struct Failure: Error {}

  /// The path of a file on it.
  func path(_ name: String) -> String { folder.path(name) }

  /// Whether the power is off.
  var isDark: Bool { faults_is_dark(disk) != 0 }

  /// Cuts the power when so many more changes were made.
  func cutPower(after changes: Int) { faults_cut_power_after(disk, Int64(changes)) }

  /// Turns it on again; a random part of what was not synced is gone.
  func restorePower() { faults_restore_power(disk) }

  /// Leaves room for so many bytes in all files together; nil for all there is.
  func setRoom(_ bytes: Int?) { faults_set_room(disk, Int64(bytes ?? -1)) }

  /// Answers requests with an SQLite code, after so many of them, so many times.
  func fail(_ kinds: Kinds, after: Int = 0, code: Int32, times: Int = .max) {
    faults_fail(disk, kinds.rawValue, Int64(after), code, Int64(times))
  }

  /// Makes it work again.
  func mend() { faults_fail(disk, 0, 0, 0, 0) }

  /// Makes the folder read-only, or an ordinary one again.
  func freeze(_ isFrozen: Bool = true) { faults_freeze(disk, isFrozen ? 1 : 0) }

  /// How many requests of some kinds were made so far.
  func count(_ kinds: Kinds) -> Int { Int(faults_count(disk, kinds.rawValue)) }
}
