import Catalogue
import Dashboard
import Distribution
import Playback
import Testing

@Suite struct TheatreTests {
  /// A theatre whose scenes are read as a screen would.
  private struct House {
    let theatre: Theatre
    let mailbox: Mailbox<Scene>

    init(speed: Int = 0) throws {
      mailbox = try #require(Mailbox<Scene>())
      let playhead = Playhead(show: Sample.show(), speed: speed)
      theatre = Theatre(playhead: playhead, staging: Sample.staging, mailbox: mailbox)
      theatre.open()
    }

    /// Waits for a scene for which something holds.
    ///
    /// Rounds are counted, not time: where other tests keep the machine busy, the theatre waits for
    /// its turn as this does.
    func scene(where holds: (Scene) -> Bool) async throws -> Scene {
      for _ in 0..<12_000 {
        if let scene = mailbox.take(), holds(scene) { return scene }
        try await Task.sleep(for: .milliseconds(5))
      }
      throw Missing()
    }

    struct Missing: Error {}
  }

  @Test("It opens paused, and says nothing until something is asked")
  func opening() async throws {
    let house = try House()
    #expect(house.theatre.opening.isPaused)
    #expect(house.theatre.opening.snapshot == Sample.show().snapshot)
    #expect(house.mailbox.take() == nil)
    house.theatre.send(.setPaused(true))
    let scene = try await house.scene { _ in true }
    #expect(scene.snapshot == house.theatre.opening.snapshot)
    house.theatre.close()
  }

  @Test("Wishes are done in the order in which they were sent")
  func order() async throws {
    let house = try House()
    for moment in 1...500 { house.theatre.send(.seek(moment * 100)) }
    house.theatre.send(.step(.minute, forward: true))
    let scene = try await house.scene { $0.snapshot.now == 50_040 }
    #expect(scene.furthest == 50_040)
    house.theatre.close()
  }

  @Test("Played to its end it shows what going there shows")
  func play() async throws {
    let house = try House()
    house.theatre.send(.setPaused(false))
    let end = try await house.scene { $0.isOver }
    var straight = Sample.show()
    straight.seek(to: end.snapshot.now)
    #expect(end.snapshot == straight.snapshot)
    #expect(end.marks == straight.marks)
    house.theatre.close()
  }

  @Test("A refused wish is answered with a notice and changes nothing")
  func refused() async throws {
    let house = try House()
    house.theatre.send(.seek(3_000))
    house.theatre.send(.decide(VideoID(upload: 0, platform: 0), allowed: true, reason: ""))
    let scene = try await house.scene { $0.notice?.isError == true }
    #expect(scene.snapshot.decisions.isEmpty)
    house.theatre.send(.apply([DraftChange(key: "platform.for-you.bar", value: 99)]))
    let second = try await house.scene { $0.notice?.text.contains("99") == true }
    #expect(second.snapshot.platforms[0].settings.bar == 1.05)
    house.theatre.close()
  }

  @Test("An upload of one's own is posted now and reviewed like any other")
  func submit() async throws {
    let house = try House()
    house.theatre.send(.seek(9_000))
    let own = Upload(id: "hit", creator: "you", platform: "for-you", caption: "mine")
    house.theatre.submit(own, followers: 0)
    let scene = try await house.scene { $0.snapshot.video("hit-2") != nil }
    let video = try #require(scene.snapshot.video("hit-2"))
    #expect(video.postedAt == 9_000)
    #expect(video.review != nil)
    house.theatre.close()
  }

  @Test("Tune's question is answered: more is asked of a video, less becomes of it")
  func whatIf() async throws {
    let house = try House()
    house.theatre.send(.seek(30_000))
    let question = WhatIf.Question(
      changes: [DraftChange(key: "platform.for-you.bar", value: 1.9)],
      video: VideoID(upload: 0, platform: 0))
    house.theatre.send(.ask(question))
    let scene = try await house.scene { $0.whatIf?.video.count == 2 }
    let answer = try #require(scene.whatIf)
    #expect(answer.question == question)
    #expect(answer.video[1].views < answer.video[0].views)
    #expect(scene.snapshot.platforms[0].settings.bar == 1.05)
    house.theatre.close()
  }

  @Test("What Tune says of now is what becomes of the video")
  func ending() async throws {
    let house = try House()
    let hit = VideoID(upload: 0, platform: 0)
    house.theatre.send(.seek(30_000))
    house.theatre.send(.ask(WhatIf.Question(changes: [], video: hit)))
    let answer = try await house.scene { $0.whatIf != nil }
    let now = try #require(answer.whatIf?.video.first)
    var show = Sample.show()
    show.seek(to: 30_000)
    while !show.isOver { show.seek(to: show.now + 36_000) }
    let picture = try #require(show.snapshot[hit])
    #expect(now.views == picture.views)
    #expect(now.wave == picture.waves.last?.number)
    #expect(now.curve.map(\.views) == picture.curve.map(\.views))
    house.theatre.close()
  }

  @Test("A video's forecast holds what it has and is the same for the same moment")
  func outlook() async throws {
    var outlooks: [Outlook] = []
    for _ in 0..<2 {
      let house = try House()
      let hit = VideoID(upload: 0, platform: 0)
      house.theatre.send(.step(.wave(hit), forward: true))
      house.theatre.send(.forecast(hit))
      let scene = try await house.scene { $0.outlook != nil }
      let outlook = try #require(scene.outlook)
      let views = try #require(scene.snapshot[hit]?.views)
      #expect(outlook.video == hit)
      #expect(outlook.views.low >= views)
      #expect(outlook.views.low <= outlook.views.median)
      #expect(outlook.views.median <= outlook.views.high)
      outlooks.append(outlook)
      house.theatre.close()
    }
    #expect(outlooks[0] == outlooks[1])
  }
}
