import Canvas
import Catalogue
import Distribution

/// The command that gives what is on the screen, and a file name for it.
struct ScreenCommand {
  let view: View

  init(_ view: View) { self.view = view }

  /// The command, and below it what it leaves out: `waggle replay FILE --at 2d5h` where the run is
  /// recorded, else `waggle frame bee-bike --seed 7 --screen spread --at 2d5h --size 120x40`, or,
  /// with a draft on Tune, the run under it.
  var line: String {
    let snapshot = view.snapshot
    let source = Self.quoted(view.scene.source ?? snapshot.scenario)
    let start = "\(source) --seed \(snapshot.seed)"
    let changes = view.state.screen == .tune ? view.state.tune.changes : []
    let size = view.state.size
    let at = "--at \(DurationText.text(view.now))"
    let isStar = view.video?.upload.id == snapshot.star
    let video = isStar ? "" : view.video.map { " --video " + Self.quoted($0.upload.id) } ?? ""
    let place = "--screen \(view.state.screen.rawValue) \(at) --size \(size.width)x\(size.height)"
    guard changes.isEmpty else {
      let sets = changes.map { " --set " + Self.quoted(Self.setting($0)) }.joined()
      return "waggle run \(start)\(sets)" + leftOut
    }
    if let record = view.scene.record {
      let run = record.branches.first(where: \.isRun)?.name ?? record.branch
      let branch = run == record.branch ? "" : " --branch " + Self.quoted(record.branch)
      let file = Self.quoted(record.path)
      let fork = view.scene.fork == nil ? "" : " The fork beside it: k opens it again."
      return "waggle replay \(file)\(branch) \(at)\n"
        + "It opens on Spread; as one frame: "
        + "waggle frame \(file)\(branch)\(video) \(place).\(fork)"
    }
    return "waggle frame \(start)\(video) \(place)" + leftOut
  }

  /// A change as `--set` takes it: a rule is named, not numbered.
  private static func setting(_ change: DraftChange) -> String {
    guard case .rule(let platform, let rule)? = SettingKey(change.key) else {
      return "\(change.key)=\(change.value.shortest)"
    }
    return "platform.\(platform).rule=\(rule.rawValue)"
  }

  /// What was done by hand while it ran and no option can say.
  private var leftOut: String {
    let snapshot = view.snapshot
    let decisions = snapshot.decisions.count
    let settings = snapshot.movedSettings
    var parts: [String] = []
    if decisions > 0 { parts.append(Figures.count(decisions, "decision") + " at the desk") }
    if !settings.isEmpty {
      let more = settings.count > 4 ? " and \(settings.count - 4) more" : ""
      parts.append(settings.prefix(4).joined(separator: ", ") + more + " moved while it ran")
    }
    if view.scene.fork != nil { parts.append("the fork") }
    let list = parts.isEmpty ? "" : parts.joined(separator: ", ") + "; also "
    let isKnown = view.scene.source != nil || BuiltInScenarios.named(snapshot.scenario) != nil
    let file = isKnown ? "" : "\nPut your scenario file's path in place of \(snapshot.scenario)."
    return "\nNot in it: \(list)uploads brought in by hand. A recorded run has it all.\(file)"
  }

  /// A name for a file of it: `waggle-spread-bee-bike-2d5h.svg`.
  var fileName: String {
    let name = view.video?.upload.id ?? view.snapshot.scenario
    let safe = name.unicodeScalars.prefix(40).map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : "-"
    }
    return "waggle-\(view.state.screen.rawValue)-\(String(safe))-\(DurationText.text(view.now)).svg"
  }

  /// A word that a shell takes as one.
  private static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_./=".unicodeScalars.contains($0))
    }
    if plain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

extension Double {
  /// As few digits as give it back: `1.1`, `200`.
  var shortest: String {
    guard isFinite, magnitude < 1e15, self == rounded() else { return description }
    return String(Int(self))
  }
}
