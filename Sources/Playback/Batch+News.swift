import Distribution
import Journal

extension Batch {
  /// What came to a run; that somebody went back is not an entry but a branch.
  init(_ news: [Show.News]) {
    self.init()
    for item in news {
      switch item {
      case .wentBack: continue
      case .command(let command, let moment): add(command, at: moment)
      case .event(let event): add(event)
      case .over(let moment): add(.over, at: moment)
      case .keyframe(let engines): add(Engine.Keyframe(merging: engines.map(\.keyframe)))
      }
    }
  }
}
