import HeapModule

extension Walk {
  /// Shows the video to the next so many viewers, fewer where the audience is exhausted, and adds
  /// what they did.
  ///
  /// Work goes in stages over a few hundred viewers at a time: whom each topic comes to, where
  /// they stand in the other topics, whether they stay, what they do. Each stage is a loop over
  /// columns without branches that chance decides, which is what makes a view cheap.
  ///
  /// - Complexity: O(count × topics).
  public mutating func deliver(_ count: Int, taste: Taste, into delivery: inout Delivery) {
    guard count > 0 else { return }
    ReactionTables.shared.withPointers { tables in
      Stretch.withRoom(for: min(count, Stretch.size)) { stretch in
        var left = count
        while left > 0, !isExhausted {
          let new = gather(min(left, Stretch.size), into: stretch, tables)
          taste.react(stretch, new, into: &delivery, tables)
          left -= new
        }
      }
    }
  }

  /// Takes the next viewers, in proportion to the shares, without those who have seen the video;
  /// gives how many are left.
  mutating func gather(
    _ count: Int, into stretch: Stretch, _ tables: ReactionPointers
  ) -> Int {
    let steps = steps(count)
    var starts = SIMD4<Int>()
    var found = 0
    var seen = 0
    for lane in 0..<recognisedCount {
      let part = stretch.from(found)
      let run = Run(lane: lane, start: lanes[lane].cursor, count: steps[lane])
      starts[lane] = found - run.start
      guard run.count > 0 else { continue }
      lanes[lane].take(run.count, into: part.viewers)
      writeLosses(of: run, into: part.losses, tables)
      for other in lanes.indices where other != lane {
        seen += locate(run, in: other, part, tables)
      }
      found += run.count
    }
    seen += passOver(starts, stretch)
    guard seen > 0 else { return found }
    stretch.dropSeen(count: found)
    return found - seen
  }

  /// Marks those in a stretch who came by other ways; gives how many were marked.
  ///
  /// - Parameter starts: For each lane, where in the stretch its place 0 would be.
  private mutating func passOver(_ starts: SIMD4<Int>, _ stretch: Stretch) -> Int {
    var marked = 0
    while let pass = passes.min, pass.place < lanes[pass.lane].cursor {
      passes.removeMin()
      let index = starts[pass.lane] + pass.place
      marked += stretch.losses[index] == Stretch.seen ? 0 : 1
      stretch.losses[index] = Stretch.seen
    }
    return marked
  }

  /// The viewers at successive places of one lane.
  struct Run {
    let lane: Int
    /// The place of the first.
    let start: Int
    let count: Int
  }

  // MARK: How far each topic goes

  /// How many of the next viewers each topic brings, fewer at the end of the audience: the nearest
  /// viewer comes first, of equally near ones that of the earlier topic.
  ///
  /// Nearly all of the way is found by dividing, because a stretch of the depth d holds at most d
  /// viewers and one more a topic; the rest is gone one at a time.
  private func steps(_ count: Int) -> SIMD4<Int> {
    var steps = SIMD4<Int>()
    guard recognisedCount > 1 else {
      steps[0] = min(count, lanes[0].left)
      return steps
    }
    var missing = count
    let sure = count - recognisedCount - 1
    if sure > 0, let nearest = nearestLane(after: steps) {
      let depth = lanes[nearest].depth(after: 0) + UInt64(sure) << 20
      for lane in 0..<recognisedCount {
        steps[lane] = lanes[lane].steps(upTo: depth)
        missing -= steps[lane]
      }
    }
    while missing > 0, let nearest = nearestLane(after: steps) {
      steps[nearest] += 1
      missing -= 1
    }
    return steps
  }

  /// The lane whose next viewer is nearest, when each has gone some steps; nil at the end.
  private func nearestLane(after steps: SIMD4<Int>) -> Int? {
    var best: Int?
    var least = UInt64.max
    for lane in 0..<recognisedCount {
      let depth = lanes[lane].depth(after: steps[lane])
      if depth < least { (best, least) = (lane, depth) }
    }
    return best
  }

  // MARK: Where people stand

  /// Writes what viewers lose for their distance from the core by the lane itself: the same for
  /// everybody between two who lose the same.
  private func writeLosses(
    of run: Run, into losses: UnsafeMutablePointer<Int32>, _ tables: ReactionPointers
  ) {
    let real = lanes[run.lane].real
    guard real != 0 else {
      losses.update(repeating: .max, count: run.count)
      return
    }
    func loss(at index: Int) -> Int32 {
      tables.loss(at: (UInt64(run.start &+ index &+ 1) &* real) >> 20)
    }
    func write(_ part: Range<Int>) {
      let (nearest, farthest) = (loss(at: part.lowerBound), loss(at: part.upperBound - 1))
      guard nearest != farthest, part.count > 2 else {
        losses[part.upperBound - 1] = farthest
        (losses + part.lowerBound).update(repeating: nearest, count: part.count - 1)
        return
      }
      let middle = (part.lowerBound + part.upperBound) / 2
      write(part.lowerBound..<middle)
      write(middle..<part.upperBound)
    }
    write(0..<run.count)
  }

  /// Finds where the viewers of a run stand in another lane; gives how many were marked.
  ///
  /// Whom that lane came to before is marked as having seen the video, whoever is nearer to the
  /// core there loses less. Only who is in a shell that the depth of the run reaches can be either;
  /// they are few.
  private func locate(
    _ run: Run, in other: Int, _ stretch: Stretch, _ tables: ReactionPointers
  ) -> Int {
    guard let last = lastRank(nearerThan: run, in: other) else { return 0 }
    let (ranks, suspects) = (stretch.ranks, stretch.suspects)
    let order = lanes[other].order
    order.writeNearlyPlaces(of: stretch.viewers, count: run.count, into: ranks)
    let found = listSuspects(run.count, upTo: last, of: order.count, stretch)
    guard found > 0 else { return 0 }
    let pair = Pair(run, mine: lanes[run.lane], theirs: lanes[other], comesFirst: other < run.lane)
    var shell = lanes[other].shell(around: last)
    var seen = 0
    for suspect in 0..<found {
      let index = Int(suspects[suspect])
      var rank = ranks[index]
      if rank > last {
        rank = order.place(of: rank)
        guard rank <= last else { continue }
      }
      if !shell.contains(rank) { shell = lanes[other].shell(around: rank) }
      let standing = UInt64(shell.place(of: rank)) &+ 1
      if pair.hasSeen(index, standing: standing) {
        seen &+= stretch.losses[index] == Stretch.seen ? 0 : 1
        stretch.losses[index] = Stretch.seen
      } else if pair.isNearer(index, standing: standing) {
        let loss = tables.loss(at: (standing &* lanes[other].real) >> 20)
        stretch.losses[index] = min(stretch.losses[index], loss)
      }
    }
    return seen
  }

  /// Lists those whose rank is at most the last that matters, or beyond the order, which nobody's
  /// stays; gives their number.
  private func listSuspects(
    _ count: Int, upTo last: UInt32, of population: Int, _ stretch: Stretch
  ) -> Int {
    let next = last &+ 1
    let harmless = UInt64(population) - UInt64(last) - 1
    var found = 0
    for index in 0..<count {
      stretch.suspects[found] = UInt32(truncatingIfNeeded: index)
      found &+= 1 &- isLess(UInt64(stretch.ranks[index] &- next), harmless)
    }
    return found
  }

  /// The last rank in another lane of those who can be nearer there than in a run; nil for nobody.
  private func lastRank(nearerThan run: Run, in other: Int) -> UInt32? {
    let (mine, theirs) = (lanes[run.lane], lanes[other])
    let steps = UInt64(run.start + run.count)
    var places: UInt64 = 0
    if theirs.recognised != 0 { places = steps * mine.recognised / theirs.recognised }
    if theirs.real != 0 {
      places = mine.real == 0 ? .max : max(places, steps * mine.real / theirs.real)
    }
    guard places > 0 else { return nil }
    let last = Shell.last(of: UInt32(clamping: places - 1))
    return min(last, UInt32(truncatingIfNeeded: theirs.order.count - 1))
  }
}

/// A run of viewers in one lane against another lane.
private struct Pair {
  /// The run's next place, counted from 1.
  let start: UInt64
  let mine: (recognised: UInt64, real: UInt64)
  let theirs: (recognised: UInt64, real: UInt64)
  /// Whether the other lane comes first to those whom both come to at the same depth.
  let comesFirst: Bool

  init(_ run: Walk.Run, mine: Lane, theirs: Lane, comesFirst: Bool) {
    self.start = UInt64(run.start + 1)
    self.mine = (mine.recognised, mine.real)
    self.theirs = (theirs.recognised, theirs.real)
    self.comesFirst = comesFirst
  }

  /// Whether the other lane came before to somebody who stands there, counted from 1.
  @inline(__always)
  func hasSeen(_ index: Int, standing: UInt64) -> Bool {
    guard theirs.recognised != 0 else { return false }
    let depth = (start &+ UInt64(index)) &* mine.recognised
    let depthThere = standing &* theirs.recognised
    return depthThere < depth || (depthThere == depth && comesFirst)
  }

  /// Whether somebody is nearer to the core by the other lane, where they stand, counted from 1.
  @inline(__always)
  func isNearer(_ index: Int, standing: UInt64) -> Bool {
    guard theirs.real != 0 else { return false }
    return mine.real == 0 || standing &* theirs.real < (start &+ UInt64(index)) &* mine.real
  }
}
