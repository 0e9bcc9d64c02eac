import Catalogue
import Playback

extension Playback.Show {
  /// Shows the moment that a person asked for with `--at`, else another.
  ///
  /// A moment behind the last thing that is known is shown as it was asked for, but they are told:
  /// it may be a slip.
  ///
  /// - Returns: What to tell them; nil where there is nothing to tell.
  mutating func open(at asked: DurationArgument?, else usual: Moment) throws -> String? {
    let moment = asked?.seconds ?? usual
    guard moment <= Self.end else {
      throw Failure.usage(
        "--at must be at most \(DurationText.text(Self.end)), not \(DurationText.text(moment))")
    }
    seek(to: moment)
    guard asked != nil else { return nil }
    let then = DurationText.text(moment)
    if isOver, now > lastHappening {
      let last = DurationText.text(lastHappening)
      return "nothing happens after \(last); \(then) is shown as it stood then"
    }
    guard let recording, !isOver, now > recording.end else { return nil }
    let end = DurationText.text(recording.end)
    return "the record ends at \(end); \(then) is shown as it stood then"
  }
}
