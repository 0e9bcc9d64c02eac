import Catalogue
import Dashboard
import Distribution
import Playback
import Testing

@Suite struct StepTests {
  @Test("Steps by minute go to whole minutes, and not before the beginning")
  func minutes() {
    var show = Sample.show()
    show.seek(to: 150)
    show.step(.minute, forward: true)
    #expect(show.now == 180)
    show.step(.minute, forward: false)
    #expect(show.now == 120)
    show.seek(to: 30)
    show.step(.minute, forward: false)
    #expect(show.now == 0)
    let moved = show.step(.minute, forward: false)
    #expect(!moved)
  }

  @Test("Steps by wave visit every wave's end of that video, to its stop, and the same ones back")
  func waves() throws {
    var show = Sample.show()
    show.seek(to: 600)
    let hit = VideoID(upload: 0, platform: 0)
    var ends: [Moment] = []
    while show.step(.wave(hit), forward: true), show.snapshot[hit]?.stoppedAt == nil {
      ends.append(show.now)
    }
    let picture = try #require(show.snapshot[hit])
    #expect(show.now == picture.stoppedAt)
    #expect(ends == picture.waves.compactMap(\.endedAt).dropLast())
    #expect(ends.count >= 2)
    for end in ends.reversed() {
      show.step(.wave(hit), forward: false)
      #expect(show.now == end)
    }
    show.step(.wave(hit), forward: false)
    #expect(show.now == 600)
  }

  @Test("Steps by decision stop at everything that was decided, known already or not")
  func decisions() {
    var known = Sample.show()
    known.seek(to: 500_000)
    let moments = Set(known.marks.filter { $0.kind != .posted }.map(\.at)).sorted()
    known.seek(to: 0)
    var unknown = Sample.show()
    for moment in moments {
      known.step(.decision, forward: true)
      #expect(known.now == moment)
      unknown.step(.decision, forward: true)
      #expect(unknown.now == moment)
      #expect(unknown.snapshot == known.snapshot)
    }
    #expect(moments.count > 5)
  }

  @Test("After the last decision a step leads to the end, once")
  func end() {
    var show = Sample.show()
    while show.step(.decision, forward: true) {}
    let now = show.now
    let moved = show.step(.decision, forward: true)
    #expect(!moved)
    #expect(show.now == now)
  }
}
