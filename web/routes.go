package web

import "github.com/labstack/echo/v4"

// routes is the table of contents: every address the server answers.
func (s *Server) routes(e *echo.Echo) {
	// Pages, for people.
	e.GET("/", s.showStart)
	e.GET("/try", s.showTry)
	e.POST("/try", s.postTry)
	e.GET("/status", s.showStatus)
	e.GET("/case", s.chooseCase)
	e.GET("/case/:category", s.showCase)
	e.POST("/case/:category", s.postCase)
	e.GET(recordPage, s.showRecord)
	e.POST(recordPage, s.postRecord)
	e.POST(recordPage+"/erase", s.postEraseRecord)
	e.GET("/progress", s.showProgress)
	e.GET("/compare", s.showCompare)
	e.GET("/drills/:category", s.showDrills)
	e.GET("/drills/:category/:drill", s.showDrill)
	e.POST("/drills/:category/:drill", s.postDrill)
	e.GET("/refusal/:category", s.showRefusal)
	e.POST("/refusal/:category", s.postRefusal)
	e.GET("/story/:category", s.showStory)
	e.POST("/story/:category", s.postStory)
	e.GET("/profile/:category", s.showProfile)
	e.POST("/profile/:category", s.postProfile)
	e.GET("/interviews/:id", s.showRoom)
	e.GET("/interviews/:id/transcript", s.showTranscript)
	e.POST("/interviews/:id/regrade", s.postRegrade)
	e.POST("/interviews/:id/profile", s.postProfileAgain)
	e.POST("/interviews/:id/turns/:turn/correction", s.postCorrection)
	e.POST("/interviews/:id/delete", s.postDelete)
	e.POST("/display", s.postDisplay)
	e.GET("/static/:hash/*", s.static)
	e.GET("/manifest.webmanifest", s.sendManifest)
	e.GET("/worker.js", s.sendWorker)
	e.GET(offlinePath, s.showOffline)

	// Interviews, for programs and for the room's script.
	e.POST("/api/v1/interviews", s.createInterview)
	e.GET("/api/v1/interviews/:id", s.showInterview)
	e.DELETE("/api/v1/interviews/:id", s.deleteInterview)
	e.POST("/api/v1/interviews/:id/regrade", s.regrade)
	e.POST("/api/v1/interviews/:id/turns/:turn/correction", s.correctAnswer)
	e.GET(socketPath, s.openSocket)
	e.GET(speechPath, s.sendSpeech)
	e.GET("/api/v1/interviews/:id/transcript", s.sendTranscript)
	e.GET("/api/v1/interviews/:id/transcript.json", s.sendTranscript)
	e.GET("/api/v1/interviews/:id/transcript.md", s.sendTranscript)
	e.GET("/api/v1/interviews/:id/transcript.html", s.sendTranscript)
	e.GET("/api/v1/interviews/:id/transcript.pdf", s.sendTranscript)

	// What needs no interview.
	e.GET("/api/v1/questions", s.listQuestions)
	e.GET("/api/v1/profile-schema", s.sendProfileSchema)
	e.GET(recordPath, s.sendRecord)
	e.POST(recordPath, s.takeRecord)
	e.DELETE(recordPath, s.eraseRecord)
	e.PUT("/api/v1/profiles/:category", s.saveProfile)
	e.PUT("/api/v1/pages/:category/:page", s.saveOwn)
	e.POST(gradePath, s.grade)

	// The server itself.
	e.GET("/healthz", s.healthy)
	e.GET("/readyz", s.ready)
	e.GET("/openapi.json", sendDocument("openapi.json"))
	e.GET("/asyncapi.json", sendDocument("asyncapi.json"))
}

// speechPath is where a line of the officer is heard.
const speechPath = "/api/v1/interviews/:id/lines/:turn/speech"

// socketPath is where an interview is held.
const socketPath = "/api/v1/interviews/:id/socket"
