import Canvas
import Catalogue
import Distribution

/// The command that gives what is on the screen, and a file name for it.
struct ScreenCommand {
  let view: View

  init(_ view: View) { self.view = view }

  /// `waggle frame bee-bike --seed 7 --screen spread --at 2d5h --size 120x40`, or, with a draft on
  /// Tune, the run under it.
  var line: String {
    let snapshot = view.snapshot
    let start = "\(Self.quoted(snapshot.scenario)) --seed \(snapshot.seed)"
    let changes = view.state.screen == .tune ? view.state.tune.changes : []
    guard changes.isEmpty else {
      let sets = changes.map { " --set \($0.key)=\($0.value.shortest)" }.joined()
      return "waggle run \(start)\(sets)"
    }
    let size = view.state.size
    let isStar = view.video?.upload.id == snapshot.star
    let video = isStar ? "" : view.video.map { " --video " + Self.quoted($0.upload.id) } ?? ""
    return "waggle frame \(start)\(video) --screen \(view.state.screen.rawValue) "
      + "--at \(DurationText.text(view.now)) --size \(size.width)x\(size.height)"
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
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_./".unicodeScalars.contains($0))
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
