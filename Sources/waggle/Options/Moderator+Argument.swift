public import ArgumentParser
public import Playback

extension Moderator: ExpressibleByArgument {}
