/// What one viewer did with one video.
public struct Reaction: Sendable, Hashable {
  /// Not swiped away within three seconds.
  public var stayed: Bool
  /// Time watched over the video's length, in 1/4,096; above 4,096 where it was watched again.
  public var watch: Int
  /// What else they did; only those who stay do anything.
  public var acts: Acts
}

/// What viewers do besides watching.
public struct Acts: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8

  /// A set of acts from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Liked it.
  public static let like = Acts(rawValue: 1)
  /// Commented on it.
  public static let comment = Acts(rawValue: 2)
  /// Forwarded it.
  public static let forward = Acts(rawValue: 4)
  /// Saved it.
  public static let save = Acts(rawValue: 8)
  /// Looked at the creator's other videos.
  public static let clickThrough = Acts(rawValue: 16)
  /// Followed the creator.
  public static let follow = Acts(rawValue: 32)

  /// How many of the acts count as interaction.
  public var interactions: Int { (rawValue & 15).nonzeroBitCount }
}

extension Taste {
  /// What a viewer does, given how far from the video's core they are.
  ///
  /// A pure function of the seed, the platform, the content and the viewer. Only those who stay
  /// react; the chances hold for all views, so a stayer's are that much higher. A like needs no
  /// more than the liking; the other acts are done by those whom the video moves to do something,
  /// so that somebody who forwards is likelier than others to look at the profile too.
  ///
  /// - Parameter place: The viewer's place in the walk of the video's true topics, 1 first.
  public func reaction(of viewer: UInt32, at place: UInt64) -> Reaction {
    ReactionTables.shared.withPointers { tables in
      let mood = mood(of: viewer, loss: tables.loss(at: place), tables)
      guard stays(mood, tables) == 1 else {
        return Reaction(stayed: false, watch: swipedWatch(mood, tables), acts: [])
      }
      var acts: Acts = likes(mood, tables) == 1 ? .like : []
      if isMoved(mood, tables) == 1 { acts.formUnion(rareActs(mood, tables)) }
      return Reaction(stayed: true, watch: stayedWatch(mood, tables), acts: acts)
    }
  }

  /// Counts what the first so many of a stretch do.
  func react(
    _ stretch: Stretch, _ count: Int, into delivery: inout Delivery, _ tables: ReactionPointers
  ) {
    let stayed = part(stretch, count, tables)
    let moods = stretch.moods
    delivery.tally.views += count
    delivery.tally.stayed += stayed
    countSwipes(moods + stayed, count - stayed, into: &delivery.tally, tables)
    let moved = countStays(moods, stayed, into: &delivery.tally, tables)
    for index in 0..<moved { countActs(moods[index], into: &delivery, tables) }
  }

  /// A viewer before a video.
  struct Mood {
    /// The viewer's draw for this video.
    var draw: UInt64
    /// How pleased they are, in 1/1,024.
    var pleasure: Int32
    var viewer: UInt32
  }

  // MARK: Many viewers

  /// Puts those who stay at the front and those who swipe away behind them; gives the number of
  /// the first.
  private func part(_ stretch: Stretch, _ count: Int, _ tables: ReactionPointers) -> Int {
    let moods = stretch.moods
    var stayed = 0
    for index in 0..<count {
      let mood = mood(of: stretch.viewers[index], loss: stretch.losses[index], tables)
      let stays = stays(mood, tables)
      moods[stayed &+ ((stays &- 1) & (count &- 1 &- index))] = mood
      stayed &+= stays
    }
    return stayed
  }

  private func countSwipes(
    _ moods: UnsafePointer<Mood>, _ count: Int, into tally: inout Tally,
    _ tables: ReactionPointers
  ) {
    var watch = 0
    var squares = 0
    for index in 0..<count {
      let seen = swipedWatch(moods[index], tables)
      watch &+= seen
      squares &+= seen &* seen
    }
    tally.watch += watch
    tally.watchSquared += squares
  }

  /// Counts how long those who stay watch and whether they like it, and puts those whom it moves
  /// to do more at the front; gives their number.
  private func countStays(
    _ moods: UnsafeMutablePointer<Mood>, _ count: Int, into tally: inout Tally,
    _ tables: ReactionPointers
  ) -> Int {
    var watch = 0
    var squares = 0
    var likes = 0
    var likedWatch = 0
    var moved = 0
    for index in 0..<count {
      let mood = moods[index]
      let seen = stayedWatch(mood, tables)
      let liked = self.likes(mood, tables)
      watch &+= seen
      squares &+= seen &* seen
      likes &+= liked
      likedWatch &+= (0 &- liked) & seen
      moods[moved] = mood
      moved &+= isMoved(mood, tables)
    }
    tally.watch += watch
    tally.watchSquared += squares
    tally.likes += likes
    tally.interactionSquared += likes
    tally.watchInteraction += likedWatch
    return moved
  }

  /// Counts what somebody does whom it moves to do more than like it.
  private func countActs(_ mood: Mood, into delivery: inout Delivery, _ tables: ReactionPointers) {
    let acts = rareActs(mood, tables)
    guard acts.rawValue != 0 else { return }
    delivery.note(
      acts, liked: likes(mood, tables), watch: stayedWatch(mood, tables), of: mood.viewer)
  }

  // MARK: One viewer

  @inline(__always)
  private func mood(of viewer: UInt32, loss: Int32, _ tables: ReactionPointers) -> Mood {
    var person = (UInt64(viewer) ^ people.bits) &* 0xd134_2543_de82_ef95
    person ^= person >> 32
    let habit = tables.habit[Int((person &* 0x9e37_79b9_7f4a_7c15) >> 56)]
    return Mood(
      draw: DrawKey.mix(key.bits ^ person), pleasure: appeal &+ habit &- loss, viewer: viewer)
  }

  /// 1 where they stay, 0 where they swipe away.
  @inline(__always)
  private func stays(_ mood: Mood, _ tables: ReactionPointers) -> Int {
    isLess(mood.draw >> 32, tables.stay(mood.pleasure))
  }

  /// The longer the draw, the longer until they swipe.
  @inline(__always)
  private func swipedWatch(_ mood: Mood, _ tables: ReactionPointers) -> Int {
    let part = ((mood.draw & 0xffff) &* longestSwipe) >> 16
    let scale = UInt64(tables.watching(mood.pleasure).swipedScale)
    return Int(truncatingIfNeeded: (((part &* scale) >> 16) &* reference) >> 16)
  }

  @inline(__always)
  private func stayedWatch(_ mood: Mood, _ tables: ReactionPointers) -> Int {
    let entry = tables.watching(mood.pleasure)
    let mean = UInt64(entry.stayedRatio) &- ((UInt64(entry.swipedPart) &* longestSwipe) >> 16)
    let ratio = (mean &* UInt64(tables.stayNoise[Int(mood.draw & 0xff)])) >> 16
    return Int(truncatingIfNeeded: min((ratio &* reference &+ 0x8000) >> 16, 8 * 4_096))
  }

  /// 1 where somebody who stays likes it, else 0: the keenest of those who stay do.
  @inline(__always)
  private func likes(_ mood: Mood, _ tables: ReactionPointers) -> Int {
    isLess(mood.draw >> 32, tables.chance(mood.pleasure &+ like))
  }

  /// 1 where it moves somebody who stays to do more than like it, else 0.
  @inline(__always)
  private func isMoved(_ mood: Mood, _ tables: ReactionPointers) -> Int {
    let bits = (mood.draw >> 8) & 0xff_ffff
    return isLess(
      (bits &* tables.stay(mood.pleasure)) >> 24, tables.chance(mood.pleasure &+ moved))
  }

  /// What somebody does whom it moves.
  @inline(__always)
  private func rareActs(_ mood: Mood, _ tables: ReactionPointers) -> Acts {
    let all = tables.chance(mood.pleasure &+ moved)
    let first = DrawKey.mix(mood.draw &+ 0x9e37_79b9_7f4a_7c15)
    let second = DrawKey.mix(mood.draw &+ 0x3c6e_f372_fe94_f82a)
    let third = DrawKey.mix(mood.draw &+ 0xdaa6_6d2c_7ddf_743f)
    @inline(__always) func happens(_ bits: UInt64, _ odds: Int32, _ act: UInt8) -> UInt8 {
      (bits & 0xffff_ffff) &* all < tables.chance(mood.pleasure &+ odds) << 32 ? act : 0
    }
    // However pleased people are, no more than 8 % forward: so a cascade dies out.
    let sending = min(forward, Self.mostForwarding &- mood.pleasure)
    let telling = happens(first >> 32, comment, 2) | happens(first, sending, 4)
    let keeping = happens(second >> 32, save, 8) | happens(second, clickThrough, 16)
    return Acts(rawValue: telling | keeping | happens(third, follow, 32))
  }
}
