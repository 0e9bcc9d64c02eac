extension Walk {
  /// Shows the video to the next so many viewers, fewer where the audience is exhausted, and adds
  /// what they did.
  ///
  /// Work goes in stages over a few hundred viewers at a time: whom each topic comes to, where
  /// they stand in the other topics, whether they stay, what they do. Each stage is a loop without
  /// branches that chance decides, which is what makes a view cheap.
  ///
  /// - Parameters:
  ///   - count: Views to deliver.
  ///   - others: Viewers who came to it by other ways; they are passed over.
  /// - Complexity: O(count × topics).
  public mutating func deliver(
    _ count: Int, taste: Taste, skipping others: ViewerSet, into delivery: inout Delivery
  ) {
    let topics = recognisedCount
    var left = count
    while left > 0, !isExhausted {
      left -= withUnsafeTemporaryAllocation(of: Candidate.self, capacity: Self.batch) { batch in
        guard let candidates = batch.baseAddress else { return left }
        let found = lanes.withUnsafeMutableBufferPointer { lanes in
          Self.gather(min(left, Self.batch), lanes, topics, into: candidates)
        }
        lanes.withUnsafeBufferPointer { Self.locate(candidates, found, $0, topics) }
        let kept = Self.keep(candidates, found, others)
        taste.react(candidates, kept, into: &delivery)
        return kept
      }
    }
  }

  /// Somebody whom the walk came to.
  struct Candidate {
    var viewer: UInt64
    /// The depth at which the walk came to them, in 1/2²⁰.
    var key: UInt64
    /// Their place in the true walk, in 1/2²⁰.
    var place: UInt64
    var lane: Int
  }

  static let batch = 256

  /// Takes the next viewers, topic by topic in proportion to the shares.
  private static func gather(
    _ count: Int, _ lanes: UnsafeMutableBufferPointer<Lane>, _ topics: Int,
    into candidates: UnsafeMutablePointer<Candidate>
  ) -> Int {
    for index in 0..<count {
      var best = 0
      var key = lanes[0].nextKey
      for lane in 1..<max(topics, 1) {
        let other = lanes[lane].nextKey
        best = other < key ? lane : best
        key = min(key, other)
      }
      if key == .max { return index }
      let viewer = lanes[best].next()
      let real = lanes[best].real
      candidates[index] = Candidate(
        viewer: viewer, key: key, place: real == 0 ? .max : lanes[best].cursor &* real, lane: best)
    }
    return count
  }

  /// Finds where they stand in the other topics: whom another topic had come to before gets the
  /// key 0, whoever is nearer to the core by another true topic gets that place.
  private static func locate(
    _ candidates: UnsafeMutablePointer<Candidate>, _ count: Int,
    _ lanes: UnsafeBufferPointer<Lane>, _ topics: Int
  ) {
    guard lanes.count > 1 else { return }
    for other in 0..<lanes.count {
      let order = lanes[other].order
      let offered = other < topics ? lanes[other].recognised : 0
      let real = lanes[other].real
      for index in 0..<count {
        let rank = order.place(of: candidates[index].viewer)
        let least = Shell.base(of: rank) &+ 1
        let mayBeEarlier = offered != 0 && least &* offered <= candidates[index].key
        let mayBeNearer = real != 0 && least &* real < candidates[index].place
        guard mayBeEarlier || mayBeNearer, candidates[index].lane != other else { continue }
        let standing = lanes[other].place(ofRank: rank) &+ 1
        let theirs = standing &* offered
        let key = candidates[index].key
        if offered != 0, theirs < key || (theirs == key && other < candidates[index].lane) {
          candidates[index].key = 0
        }
        if real != 0 { candidates[index].place = min(candidates[index].place, standing &* real) }
      }
    }
  }

  /// Moves those who have not seen the video to the front and gives their number.
  private static func keep(
    _ candidates: UnsafeMutablePointer<Candidate>, _ count: Int, _ others: ViewerSet
  ) -> Int {
    var kept = 0
    if others.count == 0 {
      for index in 0..<count {
        candidates[kept] = candidates[index]
        kept &+= candidates[index].key != 0 ? 1 : 0
      }
      return kept
    }
    for index in 0..<count {
      let isNew =
        candidates[index].key != 0
        && !others.contains(UInt32(truncatingIfNeeded: candidates[index].viewer))
      candidates[kept] = candidates[index]
      kept &+= isNew ? 1 : 0
    }
    return kept
  }
}

extension Lane {
  /// The depth, in 1/2²⁰, at which the walk comes to this lane's next viewer.
  @inline(__always)
  var nextKey: UInt64 {
    cursor < order.count ? (cursor &+ 1) &* recognised : .max
  }
}
