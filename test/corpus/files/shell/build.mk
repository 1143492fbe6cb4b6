CC = gcc
SRC = src/model
LIBS := lib/llama/llama.a
all: $(SRC)/main.o
	$(CC) -o bin/model $^
clean:
	rm -rf build/models
