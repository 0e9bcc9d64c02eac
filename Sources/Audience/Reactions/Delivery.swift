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

  /// Counts one reaction.
  public mutating func add(_ reaction: Reaction, of viewer: UInt32) {
    tally.views += 1
    tally.watch += reaction.watch
    tally.watchSquared += reaction.watch * reaction.watch
    guard reaction.stayed else { return }
    tally.stayed += 1
    note(reaction.acts, watch: reaction.watch, of: viewer)
  }

  /// Counts what somebody who stayed did besides.
  mutating func note(_ acts: Acts, watch: Int, of viewer: UInt32) {
    let interactions = acts.interactions
    let clicks = acts.contains(.clickThrough) ? 1 : 0
    tally.likes += acts.contains(.like) ? 1 : 0
    tally.comments += acts.contains(.comment) ? 1 : 0
    tally.forwards += acts.contains(.forward) ? 1 : 0
    tally.saves += acts.contains(.save) ? 1 : 0
    tally.follows += acts.contains(.follow) ? 1 : 0
    tally.clickThroughs += clicks
    tally.interactionSquared += interactions * interactions
    tally.watchInteraction += watch * interactions
    tally.watchClickThrough += watch * clicks
    tally.interactionClickThrough += interactions * clicks
    if acts.contains(.forward) { forwarders.append(viewer) }
    if clicks > 0 { clickers.append(viewer) }
  }
}
