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
  /// react; the chances hold for all views, so a stayer's are that much higher.
  ///
  /// - Parameter place: The viewer's place in the walk of the video's true topics, 1 first.
  public func reaction(of viewer: UInt32, at place: UInt64) -> Reaction {
    ReactionTables.shared.withPointers { tables in
      let (draw, pleasure) = mood(of: UInt64(viewer), at: place, tables)
      guard draw >> 32 < tables.stay(pleasure) else {
        return Reaction(stayed: false, watch: swipedWatch(draw, pleasure, tables), acts: [])
      }
      return Reaction(
        stayed: true, watch: stayedWatch(draw, pleasure, tables),
        acts: acts(draw, pleasure, tables))
    }
  }

  /// Counts what the first so many candidates do.
  func react(
    _ candidates: UnsafeMutablePointer<Walk.Candidate>, _ count: Int,
    into delivery: inout Delivery
  ) {
    ReactionTables.shared.withPointers { tables in
      withUnsafeTemporaryAllocation(of: Stay.self, capacity: count + 1) { buffer in
        guard let stays = buffer.baseAddress else { return }
        var stayed = 0
        var watch = 0
        var watchSquared = 0
        for index in 0..<count {
          let viewer = candidates[index].viewer
          let (draw, pleasure) = mood(of: viewer, at: candidates[index].place >> 20, tables)
          stays[stayed] = Stay(viewer: viewer, draw: draw, pleasure: pleasure)
          let stays = draw >> 32 < tables.stay(pleasure)
          let swipe = swipedWatch(draw, pleasure, tables)
          stayed &+= stays ? 1 : 0
          let seen = stays ? 0 : swipe
          watch &+= seen
          watchSquared &+= seen &* seen
        }
        for index in 0..<stayed {
          let stay = stays[index]
          let seen = stayedWatch(stay.draw, stay.pleasure, tables)
          watch &+= seen
          watchSquared &+= seen &* seen
          let acts = acts(stay.draw, stay.pleasure, tables)
          if acts.rawValue != 0 {
            delivery.note(acts, watch: seen, of: UInt32(truncatingIfNeeded: stay.viewer))
          }
        }
        delivery.tally.views += count
        delivery.tally.stayed += stayed
        delivery.tally.watch += watch
        delivery.tally.watchSquared += watchSquared
      }
    }
  }

  private struct Stay {
    var viewer: UInt64
    var draw: UInt64
    var pleasure: Int
  }

  /// The viewer's draw for this video, and how pleased they are, in 1/1,024.
  @inline(__always)
  private func mood(
    of viewer: UInt64, at place: UInt64, _ tables: ReactionPointers
  ) -> (draw: UInt64, pleasure: Int) {
    let habit = Int(tables.habit[Int(habits.draw(viewer) >> 56)])
    return (key.draw(viewer), appeal &+ habit &- tables.decay(at: place))
  }

  @inline(__always)
  private func swipedWatch(_ draw: UInt64, _ pleasure: Int, _ tables: ReactionPointers) -> Int {
    let part = ((draw & 0xffff) &* longestSwipe) >> 16
    let scale = UInt64(tables.watching[ReactionPointers.step(pleasure)].swipedScale)
    return Int((((part &* scale) >> 16) &* reference) >> 16)
  }

  @inline(__always)
  private func stayedWatch(_ draw: UInt64, _ pleasure: Int, _ tables: ReactionPointers) -> Int {
    let entry = tables.watching[ReactionPointers.step(pleasure)]
    let mean = UInt64(entry.stayedRatio) &- ((UInt64(entry.swipedPart) &* longestSwipe) >> 16)
    let ratio = (mean &* UInt64(tables.stayNoise[Int((draw >> 8) & 0xff)])) >> 16
    return Int(min((ratio &* reference &+ 0x8000) >> 16, 8 * 4_096))
  }

  @inline(__always)
  private func acts(_ draw: UInt64, _ pleasure: Int, _ tables: ReactionPointers) -> Acts {
    let stay = tables.stay(pleasure)
    let first = DrawKey.mix(draw &+ 0x9e37_79b9_7f4a_7c15)
    let second = DrawKey.mix(draw &+ 0x3c6e_f372_fe94_f82a)
    let third = DrawKey.mix(draw &+ 0xdaa6_6d2c_7ddf_743f)
    @inline(__always) func happens(_ bits: UInt64, _ odds: Int, _ act: UInt8) -> UInt8 {
      bits &* stay < UInt64(tables.chance(pleasure &+ odds)) << 32 ? act : 0
    }
    let low: UInt64 = 0xffff_ffff
    let liking = happens(first >> 32, like, 1) | happens(first & low, comment, 2)
    let keeping = happens(second >> 32, forward, 4) | happens(second & low, save, 8)
    let going = happens(third >> 32, clickThrough, 16) | happens(third & low, follow, 32)
    return Acts(rawValue: liking | keeping | going)
  }
}

/// The reaction tables' memory, for loops that cannot afford a bounds check a view.
struct ReactionPointers {
  let chances: UnsafePointer<UInt32>
  let watching: UnsafePointer<ReactionTables.Watching>
  let habit: UnsafePointer<Int32>
  let stayNoise: UnsafePointer<UInt32>
  let logMantissa: UnsafePointer<UInt32>
  let stayOdds: Int

  /// The entry for a pleasure in 1/1,024.
  @inline(__always)
  static func step(_ pleasure: Int) -> Int {
    min(max((pleasure &- ReactionTables.lowest) >> 3, 0), 1_023)
  }

  /// The chance, in 1/2³², of something with these log-odds, in 1/1,024.
  @inline(__always)
  func chance(_ odds: Int) -> UInt32 {
    chances[min(max((odds &- ReactionTables.lowestOdds) >> 3, 0), 4_095)]
  }

  /// The chance, in 1/2³², that somebody so pleased stays.
  @inline(__always)
  func stay(_ pleasure: Int) -> UInt64 { UInt64(chance(pleasure &+ stayOdds)) }

  /// How much pleasure is lost at a distance from the core, in 1/1,024: |ln 0.82| for every ten
  /// times beyond the first 200.
  @inline(__always)
  func decay(at place: UInt64) -> Int {
    let far = max(place, 200)
    let zeros = UInt64(far.leadingZeroBitCount)
    let mantissa = Int(((far &<< zeros) >> 55) & 0xff)
    let log = (Int(63 &- zeros) << 16) &+ Int(logMantissa[mantissa])
    // log₂ 200 = 7.64386 = 500,948 ÷ 2¹⁶; |ln 0.82| · log₁₀ 2 · 1,024 = 61.17 = 3,915 ÷ 64
    return max(0, ((log &- 500_948) &* 3_915) >> 22)
  }
}
