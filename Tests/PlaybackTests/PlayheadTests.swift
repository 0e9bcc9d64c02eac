import Catalogue
import Dashboard
import Distribution
import Playback
import Testing

@Suite struct PlayheadTests {
  /// Lets a playhead run until a wall time, waking when it asks to be woken, and gives the wall
  /// times of the frames that a person could tell apart.
  private func play(_ playhead: inout Playhead, from start: Duration, until end: Duration)
    -> [Duration]
  {
    var wall = start
    var frames: [Duration] = []
    while let wake = playhead.wake(after: wall), wake <= end {
      wall = wake
      if playhead.tick(at: wall, clock: { wall }) { frames.append(wall) }
    }
    return frames
  }

  @Test("A paused show asks for no alarm and does not move")
  func paused() {
    var playhead = Playhead(show: Sample.show(), speed: 600)
    #expect(playhead.wake(after: .seconds(1)) == nil)
    _ = playhead.tick(at: .seconds(1), clock: { .seconds(1) })
    let moved = playhead.tick(at: .seconds(100), clock: { .seconds(100) })
    #expect(!moved)
    #expect(playhead.show.now == 0)
  }

  @Test("A running show follows the wall's clock at its speed", arguments: [1, 60, 600, 3_600])
  func speed(speed: Int) {
    var playhead = Playhead(show: Sample.show(), speed: speed)
    playhead.setPaused(false, at: .seconds(3))
    _ = play(&playhead, from: .seconds(3), until: .seconds(33))
    let due = 30 * speed
    #expect((due - max(60, speed)...due).contains(playhead.show.now))
    playhead.setPaused(true, at: .seconds(33))
    let now = playhead.show.now
    playhead.setPaused(false, at: .seconds(1_000))
    _ = play(&playhead, from: .seconds(1_000), until: .seconds(1_001))
    #expect(playhead.show.now <= now + 2 * speed)
  }

  @Test(
    "Frames come at most ten a second, and only where something can be seen to have changed",
    arguments: [1, 60, 600, 36_000])
  func rate(speed: Int) {
    var playhead = Playhead(show: Sample.show(), speed: speed)
    playhead.setPaused(false, at: .zero)
    let frames = play(&playhead, from: .zero, until: .seconds(120))
    for (earlier, later) in zip(frames, frames.dropFirst()) {
      #expect(later - earlier >= Playhead.frame)
    }
    let minutes = playhead.show.now / 60
    #expect(frames.count <= minutes + playhead.show.snapshot.eventCount + 1)
    #expect(!frames.isEmpty)
  }

  @Test("Whatever the speed, the world goes the same way")
  func same() {
    var snapshots: [Snapshot] = []
    for speed in [0, 600, 86_400] {
      var playhead = Playhead(show: Sample.show(), speed: speed)
      playhead.setPaused(false, at: .zero)
      _ = play(&playhead, from: .zero, until: .seconds(400))
      playhead.change(at: .seconds(400)) { $0.seek(to: 230_000) }
      snapshots.append(playhead.show.snapshot)
    }
    #expect(snapshots[0] == snapshots[1])
    #expect(snapshots[0] == snapshots[2])
  }

  @Test("After a long gap the world does not rush to catch up")
  func gap() {
    var playhead = Playhead(show: Sample.show(), speed: 600)
    playhead.setPaused(false, at: .zero)
    _ = play(&playhead, from: .zero, until: .seconds(2))
    let now = playhead.show.now
    _ = playhead.tick(at: .seconds(36_000), clock: { .seconds(36_000) })
    #expect((now...now + 700).contains(playhead.show.now))
  }

  @Test("When nothing more can happen there is no alarm, and a new command starts it again")
  func over() throws {
    var playhead = Playhead(show: Sample.show(), speed: 0)
    playhead.setPaused(false, at: .zero)
    _ = play(&playhead, from: .zero, until: .seconds(10_000))
    #expect(playhead.show.isOver)
    #expect(playhead.wake(after: .seconds(10_000)) == nil)
    let doubtful = try #require(playhead.show.snapshot.video("doubtful"))
    _ = try playhead.change(at: .seconds(10_000)) { show throws(Refusal) in
      try show.perform(.decide(doubtful.id, allowed: true, reason: "", moderator: "you"))
    }
    #expect(playhead.wake(after: .seconds(10_000)) != nil)
  }

  @Test("A fork goes along under its own settings and leaves the original alone")
  func fork() throws {
    var playhead = Playhead(show: Sample.show(), speed: 600)
    playhead.change(at: .zero) { $0.seek(to: 20_000) }
    let higher = DraftChange(key: "platform.for-you.bar", value: 1.9)
    playhead.fork = try ForkedShow(of: playhead.show, changes: [higher])
    playhead.change(at: .zero) { $0.seek(to: 200_000) }
    var alone = Sample.show()
    alone.seek(to: 200_000)
    #expect(playhead.show.snapshot == alone.snapshot)
    let fork = try #require(playhead.fork)
    #expect(fork.from == 20_000)
    #expect(fork.label.contains("1.05 → 1.90"))
    #expect(fork.show.now == 200_000)
    let here = try #require(playhead.show.snapshot.video("hit"))
    let there = try #require(fork.show.snapshot.video("hit"))
    #expect(there.views < here.views)
    playhead.change(at: .zero) { $0.seek(to: 10_000) }
    #expect(playhead.fork?.show.snapshot == playhead.show.snapshot)
  }
}
