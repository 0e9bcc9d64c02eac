/// What a stretch of views came to.
public struct Delivery: Sendable, Hashable {
  /// The views and reactions.
  public var tally = Tally()
  /// Who forwarded, in order of viewing.
  public var forwarders: [UInt32] = []
  /// Who clicked through to the creator's other videos.
  public var clickers: [UInt32] = []

  /// Creates a stretch of no views.
  public init() {}

  /// Forgets everything; the lists keep their memory.
  public mutating func clear() {
    tally = Tally()
    forwarders.removeAll(keepingCapacity: true)
    clickers.removeAll(keepingCapacity: true)
  }

  /// Counts one reaction.
  public mutating func add(_ reaction: Reaction, of viewer: UInt32) {
    let watch = reaction.watch
    tally.views += 1
    tally.watch += watch
    tally.watchSquared += watch * watch
    guard reaction.stayed else { return }
    let liked = reaction.acts.contains(.like) ? 1 : 0
    tally.stayed += 1
    tally.likes += liked
    tally.interactionSquared += liked
    tally.watchInteraction += watch * liked
    note(reaction.acts.subtracting(.like), liked: liked, watch: watch, of: viewer)
  }

  /// Counts what somebody who stayed did besides liking it, which is counted already.
  mutating func note(_ acts: Acts, liked: Int, watch: Int, of viewer: UInt32) {
    let more = acts.interactions
    let clicks = acts.contains(.clickThrough) ? 1 : 0
    tally.comments += acts.contains(.comment) ? 1 : 0
    tally.forwards += acts.contains(.forward) ? 1 : 0
    tally.saves += acts.contains(.save) ? 1 : 0
    tally.follows += acts.contains(.follow) ? 1 : 0
    tally.clickThroughs += clicks
    tally.interactionSquared += (liked + more) * (liked + more) - liked
    tally.watchInteraction += watch * more
    tally.watchClickThrough += watch * clicks
    tally.interactionClickThrough += (liked + more) * clicks
    if acts.contains(.forward) { forwarders.append(viewer) }
    if clicks > 0 { clickers.append(viewer) }
  }
}
